package dev.campanile.local.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void takesTheStandardPortsUnlessTheEnvironmentMovesOne() {
    var ports = Ports.of(Map.of("CAMPANILE_PORT_PROFILE", "28081"));

    assertThat(ports.of(Port.PROFILE)).isEqualTo(28_081);
    assertThat(ports.of(Port.GATEWAY)).isEqualTo(18_083);
    assertThat(ports.url(Port.INBOX)).isEqualTo("http://127.0.0.1:18080");
  }

  @Test
  void namesTheVariableThatHoldsNoPort() {
    assertThatThrownBy(() -> Ports.of(Map.of("CAMPANILE_PORT_KAFKA", "kafka")))
        .isInstanceOf(CannotContinue.class)
        .hasMessageContaining("CAMPANILE_PORT_KAFKA")
        .hasMessageContaining("19092");
  }

  @Test
  void refusesOnePortForTwo() {
    assertThatThrownBy(() -> Ports.of(Map.of("CAMPANILE_PORT_SMTP", "18080")))
        .hasMessageContaining("CAMPANILE_PORT_INBOX or CAMPANILE_PORT_SMTP");
  }

  @Test
  void saysWhichPortIsTakenAndHowToMoveIt() throws IOException {
    try (var stranger = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int taken = stranger.getLocalPort();
      var ports = Ports.of(Map.of("CAMPANILE_PORT_GATEWAY", Integer.toString(taken)));

      assertThatThrownBy(() -> ports.requireFree(List.of(Port.GATEWAY)))
          .hasMessageContaining("Port " + taken + " is taken")
          .hasMessageContaining("channel-gateway")
          .hasMessageContaining("CAMPANILE_PORT_GATEWAY=");
    }
  }

  @Test
  void isContentWithAFreePort() throws IOException {
    int free;
    try (var probe = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      free = probe.getLocalPort();
    }
    var ports = Ports.of(Map.of("CAMPANILE_PORT_GATEWAY", Integer.toString(free)));

    assertThatCode(() -> ports.requireFree(List.of(Port.GATEWAY))).doesNotThrowAnyException();
  }
}
