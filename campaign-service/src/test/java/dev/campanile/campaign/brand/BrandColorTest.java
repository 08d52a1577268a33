package dev.campanile.campaign.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BrandColorTest {

  @Test
  void choosesTextThatCanBeRead() {
    assertThat(new BrandColor("#0b6e4f").textOnIt()).isEqualTo("#ffffff");
    assertThat(new BrandColor("#ffd500").textOnIt()).isEqualTo("#1a1a1a");
    assertThat(new BrandColor("#ffd500").readableOnWhite()).isEqualTo("#1a1a1a");
  }

  @Test
  void mixesWithWhite() {
    assertThat(new BrandColor("#000000").tint(0.5)).isEqualTo("#808080");
  }

  @Test
  void isAHexColour() {
    assertThatThrownBy(() -> new BrandColor("green")).isInstanceOf(IllegalArgumentException.class);
  }
}
