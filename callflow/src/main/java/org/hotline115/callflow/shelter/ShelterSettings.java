package org.hotline115.callflow.shelter;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;

/**
 * What the deployment says.
 *
 * @param textsAreHeard the sender of texts can be answered; else shelters get a link
 * @param publicUrl where links lead
 * @param linkLives how long a link opens
 */
public record ShelterSettings(
    AskingHours hours, boolean textsAreHeard, URI publicUrl, Duration linkLives, ZoneId zone) {

  /** Under this address stands the page that a link opens. */
  public static final String LINK_PATH = "/libre/";

  String address(ShelterToken token) {
    return publicUrl + LINK_PATH + token.value();
  }
}
