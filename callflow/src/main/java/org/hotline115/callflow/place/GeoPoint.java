package org.hotline115.callflow.place;

/** A point on the map, in degrees. */
public record GeoPoint(double latitude, double longitude) {

  private static final double EARTH_RADIUS_KM = 6371.0;

  public GeoPoint {
    if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException("no point on this planet");
    }
  }

  /** As the crow flies. */
  public double kilometresTo(GeoPoint other) {
    double here = Math.toRadians(latitude);
    double there = Math.toRadians(other.latitude);
    double north = Math.sin((there - here) / 2);
    double east = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
    double part = north * north + Math.cos(here) * Math.cos(there) * east * east;
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(part)));
  }
}
