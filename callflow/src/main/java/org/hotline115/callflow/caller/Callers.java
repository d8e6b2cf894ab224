package org.hotline115.callflow.caller;

import java.util.Optional;
import org.hotline115.callflow.store.Cipher;
import org.jspecify.annotations.Nullable;

/**
 * From the caller id on the wire to what may be kept of it, and back for the two who need the
 * number itself: the mask on the card, and the text message.
 */
public final class Callers {

  private final PhoneNumbers numbers;
  private final BlindIndex index;
  private final Cipher cipher;

  public Callers(PhoneNumbers numbers, BlindIndex index, Cipher cipher) {
    this.numbers = numbers;
    this.index = index;
    this.cipher = cipher;
  }

  /**
   * Never fails: what is no number is kept as {@code INVALID} and the call goes on as any other.
   */
  public CallerIdentity identify(@Nullable String callerId) {
    Optional<PhoneNumber> number = numbers.read(callerId);
    if (number.isEmpty()) {
      return CallerIdentity.without(numbers.stateWithoutNumber(callerId));
    }
    return identityOf(number.get());
  }

  public CallerIdentity identityOf(PhoneNumber number) {
    CallerKey key = index.keyOf(number);
    return new CallerIdentity(
        CallerIdState.PRESENTED, key, SealedNumber.of(cipher.encrypt(number.e164(), context(key))));
  }

  public PhoneNumber reveal(CallerKey key, SealedNumber number) {
    return new PhoneNumber(cipher.decrypt(number.bytes(), context(key)));
  }

  /** As it lies in the table of callers. */
  public PhoneNumber reveal(CallerKey key, byte[] sealed) {
    return reveal(key, SealedNumber.of(sealed));
  }

  /** Nothing when it is no telephone number. */
  public Optional<CallerIdentity> written(String number) {
    return numbers.read(number).map(this::identityOf);
  }

  /** Finds a word again without keeping it: a name, for instance. */
  public String keyOfWord(String kind, String word) {
    return index.keyOf(kind, word);
  }

  public int keyVersion() {
    return index.keyVersion();
  }

  private static String context(CallerKey key) {
    return "caller.sealed_number " + key.hex();
  }
}
