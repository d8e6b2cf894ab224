package org.hotline115.gateway.embedded;

import java.nio.file.Path;

/** The demo's hotline.yaml: the sample's settings with the addresses and secret files of here. */
final class DemoConfig {

  private DemoConfig() {}

  static String yaml(
      Home home,
      Secrets secrets,
      DemoAccounts accounts,
      PostgresPart postgres,
      RedisPart redis,
      Telephone telephone) {
    return """
    # Written by ./hotline demo at every start. For your own settings copy config/hotline.yaml.
    deployment:
      departement: "34"
      demo: true
      folder: "%s"
    web:
      port: %d
      publicUrl: http://127.0.0.1:%d
    records:
      url: %s
      user: %s
      password: "%s"
    board:
      url: %s
      password: "%s"
    telephone:
      enabled: %s
      ami:
        port: %d
        secret: "%s"
      fastAgi:
        port: %d
      webSocket: ws://127.0.0.1:%d/ws
      sipPort: %d
      recordsFolder: "%s"
      promptsFolder: "%s"
      lines:
        - {code: public, name: "Appels du 115", numbers: ["115", "0465710115"], queue: public, waitingMax: 40, textWords: ["115", SOURD, "AIDE SOURD"]}
        - code: professional
          kind: PROFESSIONAL
          name: Professionnels
          numbers: ["0465710116"]
          queue: professional
          waitingMax: 20
          share: 3
          hours: [mon-fri 08:00-20:00, "sat,sun 09:00-18:00", holidays 09:00-18:00]
          voicemail: true
        - {code: partners, kind: PARTNER_SITES, name: Structures, numbers: ["0465710117"], queue: partners, waitingMax: 20}
        - {code: rescue, kind: RESCUE_SERVICES, name: Secours, numbers: ["0465710118"], queue: rescue, weight: 20}
        - {code: outreach, kind: OUTREACH, name: "Équipes mobiles", numbers: ["0465710119"], queue: outreach}
      interpreters:
        - {code: demo, name: "Interprète de démonstration", number: "0639980116", languages: [en, es, ar, ru, fa]}
      stations:
    %s
    voicemail:
      folder: "%s"
    keys:
      index: "%s"
      cipher: "%s"
    """
        .formatted(
            home.root().resolve("config"),
            telephone.webPort(),
            telephone.webPort(),
            postgres.url(),
            postgres.user(),
            file(postgres.passwordFile()),
            redis.url(),
            file(redis.passwordFile()),
            telephone.asterisk().available(),
            telephone.asterisk().managerPort(),
            kept(secrets, "ami"),
            telephone.asterisk().agiPort(),
            telephone.asterisk().webSocketPort(),
            telephone.asterisk().sipPort(),
            telephone.asterisk().folder().resolve("log"),
            home.data("prompts"),
            accounts.stationsYaml().stripTrailing(),
            telephone.asterisk().folder().resolve("var/spool/voicemail"),
            kept(secrets, "key-index"),
            kept(secrets, "key-cipher"));
  }

  /** Where people come in: by the browser and by the telephone. */
  record Telephone(int webPort, AsteriskPart asterisk) {}

  private static String kept(Secrets secrets, String name) {
    secrets.forProgram(name);
    return file(secrets.file(name));
  }

  private static String file(Path secret) {
    return "file:" + secret;
  }
}
