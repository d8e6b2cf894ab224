package org.hotline115.callflow.call;

/** The hand on the exchange for an agent who adds an interpreter. */
public interface InterpreterExchange {

  /**
   * Rings this service; when it answers it joins the talk, and until then agent and caller speak
   * on. One at a time in a call: while one rings or speaks, the exchange takes no other. False when
   * nobody is rung.
   */
  boolean ring(Call call, InterpreterService service, String language);

  /** Takes the interpreter out again; true also when there is none. */
  boolean drop(CallId call);
}
