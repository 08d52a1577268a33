package dev.campanile.benchmarks.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmtpConversationTest {
  private static final UUID MESSAGE = UUID.fromString("29a85ea1-03dd-84d5-a79f-94720ea16e4b");
  private static final String ENVELOPE =
      "MAIL FROM:<hello@shop.example.com> SIZE=900\r\nrcpt to:<Ana@example.com>\r\nDATA\r\n";
  private static final String MAIL =
      "Subject: Hello\r\nx-campanile-message: "
          + MESSAGE
          + "\r\n\r\nFirst line\r\n.. begins with a dot\r\n\r\n.\r\n";

  @TempDir Path folder;

  private final ArrivalLog log = new ArrivalLog();
  private final List<String> said = new ArrayList<>();
  private boolean hungUp;
  private long pause;
  private Faults faults = Faults.NONE;

  @Test
  void takesAMailThatComesInOnePiece() throws IOException {
    hear(ENVELOPE + MAIL);
    assertThat(replies()).isEqualTo("220 250 250 354 250");
    assertThat(arrivals()).containsExactly(new Arrival("Ana@example.com", MESSAGE, 0, size()));
  }

  @Test
  void takesAMailWhereverItIsCutIntoPieces() throws IOException {
    String all = ENVELOPE + MAIL + ENVELOPE + MAIL + "QUIT\r\n";
    for (int length = 1; length < all.length(); length++) {
      log.clear();
      said.clear();
      hear(all, length);
      assertThat(replies())
          .as("pieces of " + length)
          .isEqualTo("220 250 250 354 250 250 250 354 250 221");
      assertThat(arrivals())
          .as("pieces of " + length)
          .hasSize(2)
          .allMatch(arrival -> arrival.message().equals(MESSAGE) && arrival.size() == size());
    }
  }

  @Test
  void takesAMailWithoutABody() throws IOException {
    hear(ENVELOPE + "X-Campanile-Message: " + MESSAGE + "\r\n\r\n.\r\nNOOP\r\n");
    assertThat(replies()).isEqualTo("220 250 250 354 250 250");
    assertThat(arrivals()).hasSize(1);
  }

  @Test
  void saysWhenAMailHasNoId() throws IOException {
    hear(ENVELOPE + "Subject: x\r\n\r\nX-Campanile-Message: " + MESSAGE + "\r\n.\r\n");
    assertThat(arrivals()).extracting(Arrival::message).containsExactly(Arrival.NO_ID);
  }

  @Test
  void forgetsTheEnvelopeBefore() throws IOException {
    hear(ENVELOPE + MAIL + "DATA\r\n");
    assertThat(replies()).endsWith("250 503");
  }

  @Test
  void refusesWithoutTaking() throws IOException {
    faults = new Faults(1, 0, 0, 0, 0);
    hear(ENVELOPE + MAIL);
    assertThat(replies()).endsWith("354 451");
    assertThat(arrivals()).isEmpty();
  }

  @Test
  void hangsUpBeforeTheDotWithoutTaking() throws IOException {
    faults = new Faults(0, 0, 1, 0, 0);
    hear(ENVELOPE + MAIL);
    assertThat(hungUp).isTrue();
    assertThat(replies()).endsWith("354");
    assertThat(arrivals()).isEmpty();
  }

  @Test
  void hangsUpAfterTheDotAndHasTakenIt() throws IOException {
    faults = new Faults(0, 0, 0, 1, 0);
    hear(ENVELOPE + MAIL);
    assertThat(hungUp).isTrue();
    assertThat(replies()).endsWith("354");
    assertThat(arrivals()).hasSize(1);
  }

  @Test
  void answersLate() {
    faults = Faults.delay(40);
    hear(ENVELOPE + MAIL);
    assertThat(pause).isEqualTo(40);
  }

  private static int size() {
    return MAIL.length() - ".\r\n".length();
  }

  private void hear(String text) {
    hear(text, text.length());
  }

  /** In pieces, as a network delivers it. */
  private void hear(String text, int length) {
    SmtpConversation conversation =
        new SmtpConversation(log, () -> faults, new SplittableRandom(1));
    Answers answers = new Answers();
    conversation.begins(answers);
    byte[] all = text.getBytes(StandardCharsets.US_ASCII);
    int read = 0;
    for (int limit = Math.min(length, all.length);
        !hungUp;
        limit = Math.min(limit + length, all.length)) {
      int before;
      do {
        before = read;
        read = conversation.hears(Arrays.copyOf(all, limit), read, limit, answers);
      } while (read != before && !hungUp);
      if (limit == all.length) {
        return;
      }
    }
  }

  private String replies() {
    return String.join(" ", said.stream().map(reply -> reply.substring(0, 3)).toList());
  }

  private List<Arrival> arrivals() throws IOException {
    Path file = Files.createTempFile(folder, "arrivals", ".bin");
    log.writeTo(file);
    return ArrivalLog.read(file).stream()
        .map(it -> new Arrival(it.address(), it.message(), 0, it.size()))
        .toList();
  }

  private final class Answers implements Conversation.Answer {
    @Override
    public void say(byte[] text) {
      said.add(new String(text, StandardCharsets.US_ASCII));
    }

    @Override
    public void pause(long millis) {
      pause = millis;
    }

    @Override
    public void hangUp() {
      hungUp = !said.getLast().startsWith("221");
    }
  }
}
