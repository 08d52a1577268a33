package dev.campanile.campaign.estimate;

/** What stands against a launch, but not against one by somebody who knows of it. */
public enum Confirmable {
  MISSING_VARIABLES
}
