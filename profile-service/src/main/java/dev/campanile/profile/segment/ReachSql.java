package dev.campanile.profile.segment;

/** The gate's questions about an address, asked of all members of a segment at once. */
final class ReachSql {

  /**
   * Two places are filled in: of each field whether a member lacks it, and who is a member.
   *
   * <p>{@code place}: the address the gate takes on a channel, the first valid one. {@code word}:
   * what it finds against it. {@code candidate}: each channel of a member's plan once, at its first
   * place. {@code outcome}: the first that passes, otherwise the last one's refusal.
   */
  static final String COUNT =
      """
      with member as materialized (
        select p.id, p.preferred_channel, %s as missing
          from profile p
         where %s
      ),
      place as (
        select distinct on (a.profile_id, a.channel) a.profile_id, a.channel, a.address, a.valid
          from member m
          join profile_address a on a.profile_id = m.id
         where a.channel = any(:channels)
         order by a.profile_id, a.channel, a.valid desc, a.address
      ),
      no as (
        select distinct c.address, c.channel
          from consent_state c
          join unnest(:noChannels, :noTopics) as n(channel, topic)
            on n.channel = c.channel and n.topic = c.topic
         where c.state = 'OPTED_OUT'
      ),
      yes as (
        select distinct address, channel
          from consent_state
         where channel = any(:channels)
           and topic = any(:yesTopics)
           and state in ('OPTED_IN', 'IMPLIED')
      ),
      waiting as (
        select distinct profile_id from service_case where closed_at is null and :caseHolds
      ),
      word as (
        select l.profile_id, l.channel,
               case when not l.valid then 'INVALID_ADDRESS'
                    when s.reason is not null then 'SUPPRESSED_' || s.reason
                    when no.address is not null then 'OPTED_OUT'
                    when :needsYes and yes.address is null then 'NO_CONSENT'
                    when w.profile_id is not null then 'OPEN_CASE'
               end as refusal
          from place l
          left join suppression s
            on s.address = l.address and s.channel = l.channel and s.reason = any(:suppressions)
          left join no on no.address = l.address and no.channel = l.channel
          left join yes on yes.address = l.address and yes.channel = l.channel
          left join waiting w on w.profile_id = l.profile_id
      ),
      entry as (
        select m.id, t.position, m.preferred_channel,
               case when t.planned = 'PREFERRED' then m.preferred_channel
                    else t.planned end as channel
          from member m
         cross join unnest(:plan) with ordinality as t(planned, position)
      ),
      candidate as (
        select id, position, channel
          from entry
         where channel = any(:channels)
           and position = least(array_position(cast(:plan as text[]), channel),
                                case when channel = preferred_channel
                                     then array_position(cast(:plan as text[]), 'PREFERRED') end)
      ),
      outcome as (
        select distinct on (m.id) m.id, c.channel,
               case when c.id is null or w.profile_id is null then 'NO_ADDRESS'
                    else w.refusal end as refusal
          from member m
          left join candidate c on c.id = m.id
          left join word w on w.profile_id = c.id and w.channel = c.channel
         order by m.id,
                  (w.profile_id is not null and w.refusal is null) desc,
                  case when w.profile_id is not null and w.refusal is null
                       then c.position else - c.position end
      )
      select case when refusal is null then 'REACHED' else 'REFUSED' end as kind,
             coalesce(refusal, channel) as name, count(*) as n
        from outcome
       group by 1, 2
      union all
      select 'LACKS', f.field, count(*)
        from member m
       cross join unnest(:fields, m.missing) as f(field, lacks)
       where f.lacks
       group by f.field
      union all
      select 'LACKS_ANY', null, count(*)
        from member
       where true = any(missing)
       order by 1, 3 desc, 2
      """;

  private ReachSql() {}
}
