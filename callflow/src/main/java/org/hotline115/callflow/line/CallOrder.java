package org.hotline115.callflow.line;

/** The order in which waiting callers are served, moved by hand. */
@FunctionalInterface
public interface CallOrder {

  /** True when the call stands before all others of its queue now. */
  boolean putFirst(String callId);
}
