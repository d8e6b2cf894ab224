package org.hotline115.callflow.contact;

/** Where the person slept last night; {@code domain.md} 4.3. */
public enum ResidentialSituation {
  STREET,
  VEHICLE,
  SQUAT_CAMP,
  STATION_HALL,
  HOSPITAL_WAITING,
  EMERGENCY_SHELTER,
  HOTEL_115,
  HOTEL_SELF,
  WITH_FAMILY,
  WITH_FRIENDS,
  VIOLENT_HOME,
  HOSPITAL,
  PSYCHIATRY,
  PRISON,
  CHILD_WELFARE,
  ASYLUM_ACCOMMODATION,
  EVICTION,
  OWN_HOUSING_UNFIT,
  UNKNOWN
}
