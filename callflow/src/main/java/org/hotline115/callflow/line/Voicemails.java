package org.hotline115.callflow.line;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hotline115.callflow.access.AgentId;

/** Which messages there are. Each method throws {@code RecordsAway} when that is not known. */
interface Voicemails {

  /** Notes it once, however often its file is found. */
  void keep(Voicemail message);

  /** Not erased, the ones nobody has dealt with first, then the newest. */
  List<Voicemail> list(int most);

  Optional<Voicemail> find(String callId);

  /** What nobody dealt with and is no task yet, the oldest first. */
  List<Voicemail> withoutTask();

  void given(String callId, VoicemailTask task);

  /** Who listened, in the audit trail. */
  void heard(String callId, AgentId by, Instant at);

  /** Marks it once; the first one who did stays. */
  Optional<Voicemail> done(String callId, AgentId by, Instant at);

  /** The messages left before this moment whose sound is still there. */
  List<String> leftBefore(Instant horizon);

  void erased(String callId, Instant at);
}
