/** What coordinators write of sites and groups: changed on a page, imported, exported. */
@NullMarked
package org.hotline115.callflow.directory;

import org.jspecify.annotations.NullMarked;
