package org.hotline115.gateway;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.InterpreterExchange;
import org.hotline115.callflow.call.InterpreterService;
import org.hotline115.callflow.call.RescueExchange;
import org.hotline115.callflow.call.RescueService;
import org.hotline115.callflow.line.CallOrder;
import org.hotline115.callflow.line.ExchangeMemory;
import org.hotline115.callflow.queue.ColleagueExchange;
import org.hotline115.callflow.queue.PhoneId;

/** Where there is no exchange: keeps what it is told, and writes down what is ordered of it. */
final class TestExchange implements ExchangeMemory, CallOrder, RescueExchange, InterpreterExchange {

  /** What it was told about lines and agents. */
  final Map<String, String> told = new ConcurrentHashMap<>();

  /** The calls that may be put first. */
  final Set<String> waiting = ConcurrentHashMap.newKeySet();

  /** Whom it rang for people in danger. */
  final List<String> rescued = new CopyOnWriteArrayList<>();

  /** What was ordered of it for who needs an interpreter. */
  final List<String> interpreted = new CopyOnWriteArrayList<>();

  /** What was ordered of it for colleagues. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  /** It rings nobody. */
  volatile boolean away;

  @Override
  public boolean keep(String name, String of, String value) {
    told.put(name + "_" + of, value);
    return true;
  }

  @Override
  public boolean putFirst(String callId) {
    return waiting.contains(callId);
  }

  @Override
  public boolean ring(UUID ringId, Call call, RescueService service) {
    return !away && rescued.add(call.id() + " " + service.number() + " " + ringId);
  }

  @Override
  public boolean ring(Call call, InterpreterService service, String language) {
    return !away && interpreted.add(call.id() + " " + service.number() + " " + language);
  }

  @Override
  public boolean drop(CallId call) {
    return !away && interpreted.add(call + " dropped");
  }

  /** The same for colleagues: a hand of its own, as both can let somebody go. */
  ColleagueExchange colleagues() {
    return new ColleagueExchange() {
      @Override
      public boolean ring(Call call, AgentId colleague, PhoneId phone) {
        return !away && asked.add(call.id() + " " + colleague + " at " + phone.value());
      }

      @Override
      public boolean drop(CallId call) {
        return !away && asked.add(call + " dropped");
      }

      @Override
      public boolean leave(AgentId agent) {
        return !away && asked.add(agent + " leaves");
      }
    };
  }
}
