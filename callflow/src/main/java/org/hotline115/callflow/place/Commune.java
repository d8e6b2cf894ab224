package org.hotline115.callflow.place;

/** A commune of the official list, with the middle of it. */
public record Commune(String inseeCode, String name, GeoPoint centre) {}
