package dev.campanile.campaign.launch;

/**
 * How to launch.
 *
 * @param repeat launch a campaign that was launched before, once more, to the segment as it is now
 */
public record LaunchRequest(boolean repeat) {

  static final LaunchRequest FIRST = new LaunchRequest(false);

  /** Requests that ask for the same have the same. */
  String hash() {
    return repeat ? "repeat" : "first";
  }
}
