package org.hotline115.callflow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CipherTest {

  private static final String SECRET = "a-secret-that-is-long-enough-for-a-test";
  private static final String OTHER = "another-secret-that-is-also-long-enough";

  private final Cipher cipher = new Cipher(List.of(SECRET));

  @Test
  void whatIsEncryptedIsReadAgain() {
    byte[] sealed = cipher.encrypt("née à Béziers 👶", "contact.note.1");

    assertThat(cipher.decrypt(sealed, "contact.note.1")).isEqualTo("née à Béziers 👶");
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("ziers");
  }

  @Test
  void theSameTextLooksDifferentEachTime() {
    assertThat(cipher.encrypt("same", "c")).isNotEqualTo(cipher.encrypt("same", "c"));
  }

  @Test
  void aTextCopiedToAnotherRowDoesNotOpen() {
    byte[] sealed = cipher.encrypt("note", "contact.note.1");

    assertThatThrownBy(() -> cipher.decrypt(sealed, "contact.note.2"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aChangedByteIsNoticed() {
    byte[] sealed = cipher.encrypt("note", "c");
    sealed[sealed.length - 1] ^= 1;

    assertThatThrownBy(() -> cipher.decrypt(sealed, "c")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anEarlierSecretStillReadsAfterAChange() {
    byte[] before = cipher.encrypt("note", "c");

    Cipher changed = new Cipher(List.of(OTHER, SECRET));

    assertThat(changed.decrypt(before, "c")).isEqualTo("note");
    assertThatThrownBy(() -> cipher.decrypt(changed.encrypt("note", "c"), "c"))
        .hasMessageContaining("secret we do not have");
  }

  @Test
  void aShortSecretIsRefused() {
    assertThatThrownBy(() -> new Cipher(List.of("short")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
