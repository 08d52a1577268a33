package dev.campanile.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The JSON on the topics is a promise to services that are deployed at another time. A new or
 * changed record is written anew with {@code -Dgolden.write=true}, and looked at before it is
 * committed.
 */
class GoldenJsonTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TestFactory
  Stream<DynamicTest> everyRecordIsWrittenAndReadAsItAlwaysWas() {
    return Samples.all().entrySet().stream()
        .map(sample -> DynamicTest.dynamicTest(sample.getKey(), () -> checkGolden(sample)));
  }

  private static void checkGolden(Map.Entry<String, Object> sample) throws Exception {
    String name = "/golden/" + sample.getKey() + ".json";
    byte[] written = WireFormat.write(sample.getValue());
    if (Boolean.getBoolean("golden.write")) {
      String pretty = JSON.readTree(written).toPrettyString() + "\n";
      Files.writeString(Path.of("src/test/resources" + name), pretty, UTF_8);
      return;
    }
    byte[] golden = bytesOf(name);
    assertThat(JSON.readTree(written)).isEqualTo(JSON.readTree(golden));
    assertThat(WireFormat.read(golden, sample.getValue().getClass())).isEqualTo(sample.getValue());
  }

  @Test
  void aCardFromBeforeTrackingWasAskedForSaysNo() throws Exception {
    ObjectNode card = (ObjectNode) JSON.readTree(bytesOf("/golden/contact-card.json"));
    card.remove("tracking");

    ContactCard read = WireFormat.read(JSON.writeValueAsBytes(card), ContactCard.class);

    assertThat(read.tracking()).isFalse();
  }

  @Test
  void everyReceiptHasASample() {
    assertThat(Samples.all().get("message-receipts"))
        .isInstanceOfSatisfying(
            MessageReceipts.class,
            receipts ->
                assertThat(receipts.items().stream().map(Object::getClass).distinct().count())
                    .isEqualTo(receiptKinds()));
  }

  private static long receiptKinds() {
    return Arrays.stream(Receipt.class.getDeclaredClasses()).filter(Class::isRecord).count();
  }

  private static byte[] bytesOf(String resource) throws IOException {
    try (InputStream in = GoldenJsonTest.class.getResourceAsStream(resource)) {
      assertThat(in).as("the golden file " + resource).isNotNull();
      return in.readAllBytes();
    }
  }
}
