package org.hotline115.callflow.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which commune a keyed postal code means. */
class PostalCodesTest {

  private static final Path SHIPPED = Path.of("../config/reference");

  @TempDir Path folder;

  @Test
  void everyShippedCodeIsOfACommuneThatTheDepartementNames() throws IOException {
    PostalCodes codes = PostalCodes.read(SHIPPED.resolve("postal_codes.csv"));
    Communes communes = Communes.read(SHIPPED.resolve("communes.csv"));

    assertThat(codes.commune("34000")).contains("34172");
    for (String line : Files.readAllLines(SHIPPED.resolve("postal_codes.csv")).subList(1, 5)) {
      assertThat(communes.find(codes.commune(line.substring(0, 5)).orElseThrow()))
          .as(line)
          .isPresent();
    }
    assertThat(codes.commune("99999")).isEmpty();
  }

  @Test
  void aCodeOfSeveralCommunesMeansNone() throws IOException {
    Path file = folder.resolve("codes.csv");
    Files.writeString(file, "postal_code;insee_code\n34130;34154\n34130;34151\n34200;34301\n");

    assertThat(PostalCodes.read(file).commune("34130")).isEmpty();
    assertThat(PostalCodes.read(file).commune("34200")).contains("34301");
  }

  @Test
  void aLineThatIsWrongIsNamed() throws IOException {
    Path file = folder.resolve("codes.csv");
    Files.writeString(file, "postal_code;insee_code\n3420;34301\n");

    assertThatThrownBy(() -> PostalCodes.read(file)).hasMessageContaining("line 2");
  }
}
