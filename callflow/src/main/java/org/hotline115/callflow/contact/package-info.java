/** The first-reception contact: its form, its codes, what is still unsaved, and its closing. */
@NullMarked
package org.hotline115.callflow.contact;

import org.jspecify.annotations.NullMarked;
