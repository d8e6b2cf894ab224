package org.hotline115.gateway.web;

import org.hotline115.callflow.statistics.ReadWall;

/** The wall of the room: figures of now, without any name or number. */
public final class WallRoutes implements Routes {

  private final ReadWall wall;

  public WallRoutes(ReadWall wall) {
    this.wall = wall;
  }

  @Override
  public void mount(Api api) {
    api.get(
        "/api/wallboard",
        request -> {
          request.queryFields().nothingElse();
          return Answer.ok(wall.run());
        });
  }
}
