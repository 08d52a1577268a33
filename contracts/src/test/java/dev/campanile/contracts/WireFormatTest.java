package dev.campanile.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.NullNode;
import org.junit.jupiter.api.Test;

class WireFormatTest {

  private static final String GOOD =
      """
      {"profileId":"0199a8f0-0000-7000-8000-000000000001","cardVersion":1,"fields":{}}""";

  @Test
  void aWrongItemIsSetAsideAndTheRestGoesOn() throws Exception {
    var read =
        WireFormat.readBatch(members(GOOD + ",{\"profileId\":\"nobody\"}"), AudienceMembers.class);

    assertThat(read.batch().items()).hasSize(1);
    assertThat(read.badItems())
        .singleElement()
        .satisfies(bad -> assertThat(bad.item().get("profileId").asText()).isEqualTo("nobody"));
  }

  @Test
  void aBatchOfNothingButWrongItemsIsMalformedAndNamesThem() {
    assertThatThrownBy(() -> WireFormat.readBatch(members("{},{}"), AudienceMembers.class))
        .isInstanceOfSatisfying(
            MalformedRecordException.class, e -> assertThat(e.badItems()).hasSize(2));
  }

  @Test
  void whatIsNotJsonIsMalformed() {
    assertThatThrownBy(() -> WireFormat.readBatch("hello".getBytes(UTF_8), AudienceMembers.class))
        .isInstanceOf(MalformedRecordException.class);
    assertThatThrownBy(() -> WireFormat.read("null".getBytes(UTF_8), RunControl.class))
        .isInstanceOf(MalformedRecordException.class);
  }

  @Test
  void aReasonThatQuotesANulOrHalfACharacterCanBeStored() throws Exception {
    String nul = "{\"scope\":\"x\",\"state\":\"PAU\\u0000SED\",\"version\":1}";
    assertThatThrownBy(() -> WireFormat.read(nul.getBytes(UTF_8), RunControl.class))
        .hasMessageContaining("PAU\uFFFDSED");
    assertThat(new WireFormat.BadItem(NullNode.instance, "half \ud83e").reason())
        .isEqualTo("half \uFFFD");
  }

  @Test
  void aFieldOfALaterVersionIsIgnored() throws Exception {
    var read =
        WireFormat.readBatch(members(GOOD.replace("{}", "{},\"new\":1")), AudienceMembers.class);

    assertThat(read.badItems()).isEmpty();
  }

  private static byte[] members(String items) {
    return """
        {"type":"MEMBERS","runId":"%s","bucket":3,"items":[%s]}"""
        .formatted(Samples.RUN, items)
        .getBytes(UTF_8);
  }
}
