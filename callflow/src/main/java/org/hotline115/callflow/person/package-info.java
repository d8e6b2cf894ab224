/** Who is helped: found without a name, opened for a purpose, remembered with care. */
@NullMarked
package org.hotline115.callflow.person;

import org.jspecify.annotations.NullMarked;
