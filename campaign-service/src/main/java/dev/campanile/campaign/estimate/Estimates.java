package dev.campanile.campaign.estimate;

import dev.campanile.campaign.campaign.CampaignDraft;
import dev.campanile.campaign.campaign.Campaigns;
import dev.campanile.campaign.customer.ProfileService;
import dev.campanile.campaign.customer.ReachAnswer;
import dev.campanile.campaign.template.ChatTemplates;
import dev.campanile.contracts.Reach;
import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Asks profile-service whom a campaign would reach now. Never call it in a transaction. */
@ApplicationScoped
public class Estimates {

  private final Database database;
  private final Campaigns campaigns;
  private final Plans plans;
  private final ProfileService profiles;
  private final ChatTemplates templates;

  Estimates(
      Database database,
      Campaigns campaigns,
      Plans plans,
      ProfileService profiles,
      ChatTemplates templates) {
    this.database = database;
    this.campaigns = campaigns;
    this.plans = plans;
    this.profiles = profiles;
    this.templates = templates;
  }

  Estimate of(String key) {
    CampaignDraft campaign =
        campaigns.find(key).orElseThrow(() -> Problem.notFound("campaign " + key));
    Plan plan = database.read(handle -> plans.of(handle, key, campaign));
    Reach reach =
        switch (askTwice(plan)) {
          case ReachAnswer.Told(var told) -> told;
          case ReachAnswer.NoSuchSegment _ -> throw noSegment(plan);
          case ReachAnswer.TooSlow _ ->
              throw Problem.of(
                  503,
                  LaunchRefusal.Code.REACH_UNKNOWN.name(),
                  "profile-service did not count in time whom the segment "
                      + campaign.segment()
                      + " reaches. Ask again in a moment, or make the segment's rule simpler.");
        };
    return new Estimate(
        key,
        plan.content().ref(),
        campaign.segment(),
        reach.members(),
        LaunchCheck.reachable(reach),
        reach.reachable(),
        reach.unreachable(),
        MissingVariables.sentences(reach),
        check(plan, Set.of()).refusals(reach),
        reach.at());
  }

  /**
   * Throws a problem when launching the plan now would go wrong.
   *
   * @param confirmed what whoever launches knows of and accepts
   */
  public void refuse(Plan plan, Set<Confirmable> confirmed) {
    ReachAnswer answer =
        confirmed.contains(Confirmable.REACH_UNKNOWN)
            ? profiles.reach(plan.asksForReach())
            : askTwice(plan);
    List<LaunchRefusal> refusals =
        switch (answer) {
          case ReachAnswer.Told(var reach) -> check(plan, confirmed).refusals(reach);
          case ReachAnswer.NoSuchSegment _ -> throw noSegment(plan);
          case ReachAnswer.TooSlow _ -> check(plan, confirmed).refusalsUnseen();
        };
    if (!refusals.isEmpty()) {
      Problem problem = refusals.getFirst().asProblem();
      throw refusals.size() == 1 ? problem : problem.with("refusals", refusals);
    }
  }

  private LaunchCheck check(Plan plan, Set<Confirmable> confirmed) {
    return new LaunchCheck(plan, templates.awaited(plan.chatTemplates()), confirmed);
  }

  /** A count that was slow once, as when nothing of it was in memory, is quick the next time. */
  private ReachAnswer askTwice(Plan plan) {
    ReachAnswer first = profiles.reach(plan.asksForReach());
    return first instanceof ReachAnswer.TooSlow ? profiles.reach(plan.asksForReach()) : first;
  }

  private static Problem noSegment(Plan plan) {
    return Problem.conflict(
        "SEGMENT_UNKNOWN",
        "profile-service has no segment "
            + plan.campaign().segment()
            + ". Make it with PUT /v1/segments/"
            + plan.campaign().segment()
            + " there, or name another in the campaign.");
  }
}
