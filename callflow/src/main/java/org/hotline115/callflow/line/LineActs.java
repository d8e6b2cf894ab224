package org.hotline115.callflow.line;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where decisions are kept. Each method throws {@code RecordsAway} when that place is away. */
interface LineActs {

  /** Keeps it with its audit row, or gives back what stands there under this id. */
  LineAct keep(LineAct act);

  /** The last switch and the last cap of each line. */
  List<LineAct> standing();

  /** The exchange has moved the call of this decision. */
  void moved(LineActId act, Instant at);

  /** The last decision that put this call first, and moved it. */
  Optional<LineAct> putFirst(String callId);

  /** The last decisions that came to something, the newest first. */
  List<LineAct> newest(int most);
}
