package org.hotline115.callflow.directory;

/**
 * A group as it stands in the directory.
 *
 * @param siteVersion counts the changes of its site, {@code version} its own: whoever changes names
 *     the one that was looked at
 * @param closed places that closures shut
 * @param openedByPlan a plan opened it whatever its season
 * @param inside people inside or promised tonight
 */
public record Entry(
    Sheet sheet,
    int siteVersion,
    int version,
    int closed,
    boolean openedByPlan,
    boolean retired,
    int inside) {}
