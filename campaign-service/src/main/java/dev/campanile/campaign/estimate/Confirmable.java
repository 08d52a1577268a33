package dev.campanile.campaign.estimate;

/** What stands against a launch, but not against one by somebody who knows of it. */
public enum Confirmable {
  MISSING_VARIABLES,
  /** profile-service did not count in time whom the campaign reaches. */
  REACH_UNKNOWN
}
