package org.hotline115.callflow.intake;

/** The languages we speak. The code is also Asterisk's. */
public enum Language {
  FR,
  EN;

  public String code() {
    return this == FR ? "fr" : "en";
  }
}
