-- Who was found, a row for every page that is sent, until the bucket is completed: a row a member cost more to write, to
-- index and to delete than to send. In the order of ids, so that a page is the same however often it is read. Most buckets
-- have none: what leaves in the transaction that finds it needs no snapshot.
create table audience_page (
  run_id        uuid     not null,
  bucket        int      not null,
  page          int      not null,
  profiles      uuid[]   not null,
  card_versions bigint[] not null,
  primary key (run_id, bucket, page)
);
alter table audience_page alter column profiles set storage external,
                          alter column card_versions set storage external;
alter table audience_bucket add column pages int not null default 0,
                            add column next_page int not null default 0;

-- A bucket that was being streamed goes on behind the last member it sent.
insert into audience_page (run_id, bucket, page, profiles, card_versions)
select run_id, bucket, page, array_agg(profile_id order by profile_id),
       array_agg(card_version order by profile_id)
  from (select m.*, (row_number() over (partition by m.run_id, m.bucket order by m.profile_id) - 1) / 500 as page
          from audience_member m
          join audience_bucket b on b.run_id = m.run_id and b.bucket = m.bucket
         where b.state = 'STREAMING' and (b.sent_to is null or m.profile_id > b.sent_to)) left_over
 group by run_id, bucket, page;
update audience_bucket b
   set pages = (select count(*) from audience_page g where g.run_id = b.run_id and g.bucket = b.bucket);
delete from audience_member;
