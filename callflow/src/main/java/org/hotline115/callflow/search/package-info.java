/** Who can take a household tonight, how near, and why the others cannot. */
@NullMarked
package org.hotline115.callflow.search;

import org.jspecify.annotations.NullMarked;
