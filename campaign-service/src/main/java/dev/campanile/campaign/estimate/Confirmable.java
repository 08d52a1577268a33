package dev.campanile.campaign.estimate;

/** What stands against a launch, but not against one by somebody who knows of it. */
public enum Confirmable {
  MISSING_VARIABLES,
  /** Some are reached by chat only if they wrote in the last 24 hours, which the gateway knows. */
  CHAT_WITHOUT_TEMPLATE,
  /** The same, where there is a template that the provider did not approve, or not yet. */
  CHAT_TEMPLATE_NOT_APPROVED,
  /** profile-service did not count in time whom the campaign reaches. */
  REACH_UNKNOWN
}
