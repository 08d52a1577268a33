package dev.campanile.benchmarks.audience;

/**
 * An invented customer; everything follows from the number.
 *
 * <p>In every hundred, five did not consent, two are suppressed after a hard bounce, and one shares
 * an address with the one before. No two of these fall on the same person.
 *
 * @param part the audience the person belongs to, a trait that segments ask for
 */
public record Person(String part, int number) {
  private static final String[] CITIES = {
    "Trieste", "Lisbon", "Galway", "Utrecht", "Graz", "Malmö", "Porto", "Ghent"
  };
  private static final String[] GOODS = {
    "Olive oil from the north slope",
    "Purple artichokes",
    "A wheel of mountain cheese",
    "Sourdough, two days old",
    "Blood oranges",
    "Salt from the old pans",
    "Chestnut honey"
  };
  private static final int LOOKED_AT = 3;

  public boolean consents() {
    return number % 20 != 7;
  }

  public boolean suppressed() {
    return number % 50 == 3;
  }

  public boolean sharesAnAddress() {
    return number % 100 == 99;
  }

  /** Whether opens and clicks may be recorded: every second one. */
  public boolean tracked() {
    return number % 2 == 0;
  }

  public String address() {
    return part + "-" + (sharesAnAddress() ? number - 1 : number) + "@example.com";
  }

  public boolean eligible() {
    return consents() && !suppressed();
  }

  public String externalId() {
    return part + "-" + number;
  }

  String firstName() {
    return "Ana" + Integer.toString(number, Character.MAX_RADIX);
  }

  String city() {
    return CITIES[number % CITIES.length];
  }

  int points() {
    return number * 37 % 2_000;
  }

  /** Three goods, as one trait that a template takes apart. */
  String basket() {
    StringBuilder basket = new StringBuilder();
    for (int i = 0; i < LOOKED_AT; i++) {
      basket.append(i == 0 ? "" : "|").append(GOODS[(number + i * 2) % GOODS.length]);
    }
    return basket.toString();
  }
}
