package dev.campanile.gateway.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.gateway.email.smtp.PlainRun;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class PlainRunPropertiesTest {

  @Property
  void aRunEndsWhereTheFirstOctetIsNotPlain(@ForAll("mostlyPlain") byte[] octets) {
    for (int from = 0; from <= octets.length; from++) {
      int expected =
          IntStream.range(from, octets.length)
              .filter(at -> !isPlain(octets[at]))
              .findFirst()
              .orElse(octets.length);

      assertThat(PlainRun.end(octets, from, octets.length)).isEqualTo(expected);
    }
  }

  private static boolean isPlain(byte octet) {
    return octet == '\t' || octet >= 0x0e;
  }

  @Provide
  Arbitrary<byte[]> mostlyPlain() {
    Arbitrary<Byte> plain = Arbitraries.bytes().between((byte) 0x0e, Byte.MAX_VALUE);
    return Arbitraries.frequencyOf(Tuple.of(12, plain), Tuple.of(1, Arbitraries.bytes()))
        .array(byte[].class)
        .ofMaxSize(60);
  }
}
