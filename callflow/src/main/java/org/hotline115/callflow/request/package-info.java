/** What a household asks for one night, what it is offered, and what it answers. */
@NullMarked
package org.hotline115.callflow.request;

import org.jspecify.annotations.NullMarked;
