/** What waiting callers are told about the board: proposed by it, approved by a person. */
@NullMarked
package org.hotline115.callflow.notice;

import org.jspecify.annotations.NullMarked;
