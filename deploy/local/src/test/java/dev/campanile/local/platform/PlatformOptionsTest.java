package dev.campanile.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformOptionsTest {

  @Test
  void startsEveryServerOnAnyPortUnlessToldOtherwise() throws Exception {
    assertThat(parse("--data d --ready-file r --kafka-port 19092").ports())
        .containsOnlyKeys(Server.values())
        .containsEntry(Server.KAFKA, 19092)
        .containsEntry(Server.POSTGRES, 0);
  }

  @Test
  void leavesOutWhatAnOutsideServerStandsFor() throws Exception {
    var options =
        parse("--without-postgres --postgres-port 15432 --without-kafka --data d --ready-file r");

    assertThat(options.ports()).containsOnlyKeys(Server.SMTP, Server.SIMULATORS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--data d",
        "--data d --ready-file",
        "--data d --ready-file r --smtp-port many",
        "--data d --ready-file r --smtp-port 65536",
        "--data d --ready-file r --misspelt"
      })
  void saysWhatIsWrongWithAnOption(String line) {
    assertThatThrownBy(() -> parse(line)).isInstanceOf(PlatformProblem.class);
  }

  private static PlatformOptions parse(String line) throws PlatformProblem {
    return PlatformOptions.parse(List.of(line.split(" ")));
  }
}
