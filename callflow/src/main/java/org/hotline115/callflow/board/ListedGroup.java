package org.hotline115.callflow.board;

import org.hotline115.callflow.place.PlaceGroup;

/**
 * A group as the board lists it, by site and name.
 *
 * @param number under which {@link Figures.Look} tells what is free there
 */
public record ListedGroup(PlaceGroup group, int number) {}
