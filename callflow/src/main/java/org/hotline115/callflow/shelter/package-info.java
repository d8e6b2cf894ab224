/** What shelters tell us by any means, and how we ask those whose figure grows old. */
@NullMarked
package org.hotline115.callflow.shelter;

import org.jspecify.annotations.NullMarked;
