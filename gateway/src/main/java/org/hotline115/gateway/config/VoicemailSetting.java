package org.hotline115.gateway.config;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Messages on closed lines. {@code folder} is {@code var/spool/voicemail} of Asterisk's run folder,
 * which both programs may read and nobody else; they are erased after {@code keptFor}.
 */
public record VoicemailSetting(
    @Default("voicemail") Path folder, @Default("30d") Duration keptFor) {

  public VoicemailSetting {
    if (keptFor.compareTo(Duration.ofHours(1)) < 0 || keptFor.compareTo(Duration.ofDays(365)) > 0) {
      throw new IllegalArgumentException("keptFor must be from 1h to 365d");
    }
  }
}
