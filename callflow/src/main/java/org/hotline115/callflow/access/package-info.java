/** Who may do what: accounts, roles, sessions, and the audit trail. */
@NullMarked
package org.hotline115.callflow.access;

import org.jspecify.annotations.NullMarked;
