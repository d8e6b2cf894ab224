package org.hotline115.callflow.reference;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.store.Database;

/** The house's lists, put together. Whose codes they are it is told: it knows no other feature. */
public final class ReferenceFeature {

  private final KeepLists keepLists;

  public ReferenceFeature(
      Database database,
      JdbcAuditTrail audit,
      InstantSource clock,
      Map<ReferenceList, Class<? extends Enum<?>>> codes) {
    Map<ReferenceList, Set<String>> national = new EnumMap<>(ReferenceList.class);
    codes.forEach((list, nation) -> national.put(list, names(nation)));
    this.keepLists = new KeepLists(new JdbcLists(database, audit, national), national, clock);
  }

  private static Set<String> names(Class<? extends Enum<?>> codes) {
    Set<String> names = new LinkedHashSet<>();
    for (Enum<?> code : codes.getEnumConstants()) {
      names.add(code.name());
    }
    return names;
  }

  public KeepLists keepLists() {
    return keepLists;
  }
}
