package dev.campanile.campaign.brand;

import java.util.regex.Pattern;

/**
 * A brand's colour.
 *
 * @param hex as CSS has it, {@code #0b6e4f}
 */
public record BrandColor(String hex) {

  private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");
  private static final String DARK_TEXT = "#1a1a1a";
  private static final String LIGHT_TEXT = "#ffffff";

  public BrandColor {
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException("a colour is # and six hexadecimal digits");
    }
  }

  /** The text that can be read on it: the greater contrast ratio of WCAG 2. */
  public String textOnIt() {
    double own = luminance();
    double againstWhite = 1.05 / (own + 0.05);
    double againstDark = (own + 0.05) / (new BrandColor(DARK_TEXT).luminance() + 0.05);
    return againstWhite >= againstDark ? LIGHT_TEXT : DARK_TEXT;
  }

  /** The colour itself where it can be read on white (contrast 3 to 1, large text), else dark. */
  public String readableOnWhite() {
    return 1.05 / (luminance() + 0.05) >= 3 ? hex : DARK_TEXT;
  }

  /**
   * @param part how much of the colour is left, the rest is white
   */
  public String tint(double part) {
    StringBuilder tint = new StringBuilder("#");
    for (int at = 1; at < 7; at += 2) {
      int channel = Integer.parseInt(hex.substring(at, at + 2), 16);
      tint.append(String.format("%02x", Math.round(channel * part + 255 * (1 - part))));
    }
    return tint.toString();
  }

  private double luminance() {
    return 0.2126 * linear(1) + 0.7152 * linear(3) + 0.0722 * linear(5);
  }

  private double linear(int at) {
    double share = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
