package org.hotline115.callflow.board;

import org.hotline115.callflow.board.PlaceBoard.HoldTimes;
import org.hotline115.callflow.place.PlaceSamples;
import org.hotline115.callflow.store.RedisServer;
import org.hotline115.callflow.store.TestRedis;
import org.hotline115.callflow.store.TestServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class RedisPlaceBoardIT extends PlaceBoardContract {

  private static TestRedis server;
  private static RedisServer redis;

  @BeforeAll
  static void startRedis() {
    server = TestServers.redis();
    redis = server.connect();
  }

  @AfterAll
  static void stopRedis() {
    redis.close();
    server.close();
  }

  @Override
  PlaceBoard board(HoldTimes times) {
    redis.connection().sync().flushall();
    return new RedisPlaceBoard(redis, PlaceSamples.HERAULT, times);
  }
}
