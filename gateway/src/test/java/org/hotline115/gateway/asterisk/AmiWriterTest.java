package org.hotline115.gateway.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.Random;
import org.asteriskjava.manager.action.OriginateAction;
import org.asteriskjava.manager.action.QueueAddAction;
import org.asteriskjava.manager.action.SetVarAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmiWriterTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final AmiWriter writer = new AmiWriter(meters);

  @ParameterizedTest
  @ValueSource(
      strings = {"x\r\nAction: Originate", "x\nAction: x", "x\r", "\0", "a\tb", "\u001b", "\u007f"})
  void aControlCharacterInAnyValueIsRefusedAndCounted(String hostile) {
    SetVarAction action = new SetVarAction("PJSIP/a-1", "NAME", hostile);

    assertThatThrownBy(() -> writer.checked(action)).isInstanceOf(AmiWriter.ActionRefused.class);
    assertThat(meters.counter("gateway_ami_actions_refused").count()).isEqualTo(1);
  }

  @Test
  void aControlCharacterInANameOrInsideAMapIsRefusedToo() {
    OriginateAction names = new OriginateAction();
    names.setVariables(Map.of("A\r\nAction: x", "v"));
    OriginateAction values = new OriginateAction();
    values.setVariables(Map.of("A", "v\nAction: x"));
    QueueAddAction id = new QueueAddAction("public", "PJSIP/claire");
    id.setActionId("1\r\nAction: x");

    assertThatThrownBy(() -> writer.checked(names)).isInstanceOf(AmiWriter.ActionRefused.class);
    assertThatThrownBy(() -> writer.checked(values)).isInstanceOf(AmiWriter.ActionRefused.class);
    assertThatThrownBy(() -> writer.checked(id)).isInstanceOf(AmiWriter.ActionRefused.class);
  }

  @Test
  void harmlessCharactersOfAllLanguagesPass() {
    SetVarAction action = new SetVarAction("PJSIP/a-1", "NAME", "Élodie \"Ünal\" ${X} 李 😀 :;=");

    assertThat(writer.checked(action)).isSameAs(action);
  }

  @Test
  void whateverIsWrittenNoLineIsBegunByAValue() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(12); i > 0; i--) {
        text.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x3000));
      }
      String value = text.toString();
      boolean harmless =
          value.chars().allMatch(character -> character >= 0x20 && character != 0x7F);
      assertThat(passes(value)).as("seed %d, %s", seed, value).isEqualTo(harmless);
    }
  }

  private boolean passes(String value) {
    try {
      writer.checked(new SetVarAction("c", "n", value));
      return true;
    } catch (AmiWriter.ActionRefused refused) {
      return false;
    }
  }
}
