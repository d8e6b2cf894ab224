package org.hotline115.gateway.asterisk;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.callback.CallbackFeature;
import org.hotline115.callflow.queue.PhoneId;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.Secret;

/**
 * The telephone part of the gateway as a process of its own, so that a journey can kill and freeze
 * it. Takes orders on its input: {@code ready claire}, {@code wrapped claire}.
 */
public final class PhoneMain {

  private PhoneMain() {}

  public static void main(String[] words) throws IOException {
    Database database =
        new Database(new Database.Settings(words[0], "postgres", new Secret("postgres"), 8));
    PhoneFeature phone =
        PhoneKit.feature(
            PhoneKit.telephone(
                Integer.parseInt(words[1]),
                words[2],
                Integer.parseInt(words[3]),
                Path.of(words[4])),
            database,
            Path.of(words[5]),
            new SimpleMeterRegistry());
    phone.observeStatus(up -> System.out.println("up " + up));
    CallbackFeature callbacks =
        PhoneKit.callbacks(phone, database, new NoTexts(), PhoneKit.CALLBACK.rules());
    phone.start();
    callbacks.start(phone::up);
    try (BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String order = orders.readLine(); order != null; order = orders.readLine()) {
        String[] parts = order.split(" ");
        AgentId agent = new AgentId(parts[1]);
        if (parts[0].equals("ready")) {
          phone.choosePhone().choose(agent, new PhoneId(parts[1]));
          phone.becomeReady().ready(agent);
        } else {
          phone.becomeReady().afterWrapUp(agent);
        }
        System.out.println("done " + order);
      }
    }
    callbacks.close();
    phone.close();
    database.close();
  }
}
