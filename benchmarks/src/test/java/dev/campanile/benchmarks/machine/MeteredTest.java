package dev.campanile.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.benchmarks.machine.Metered.OneProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class MeteredTest {

  @Test
  void aProcessThatComputesUsesProcessorTime() {
    OneProcess self = new OneProcess(ProcessHandle.current().pid());
    Usage before = self.usage();
    double sum = 0;
    for (int i = 0; i < 10_000_000; i++) {
      sum += Math.sin(i);
    }
    Usage used = self.usage().since(before);
    assertThat(sum).isNotNaN();
    assertThat(used.cpuSeconds()).isGreaterThan(0.05);
    assertThat(used.peakMegabytes()).isGreaterThan(20);
  }

  @Test
  void aProcessThatIsGoneUsesNothing() {
    assertThat(new OneProcess(Integer.MAX_VALUE).usage()).isEqualTo(new Usage(0, 0, 0));
  }
}
