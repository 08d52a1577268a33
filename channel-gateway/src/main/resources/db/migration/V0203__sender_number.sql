-- Whose number a customer writes to: the brand of the content that was last published with it.
create table sender_number (
    channel text not null,
    number  text not null,
    brand   text not null,
    primary key (number, channel)
);

insert into sender_number (channel, number, brand)
select channel, number, brand
  from (select distinct on (n.channel, n.number) n.channel, n.number, c.body -> 'brand' ->> 'name' as brand
          from content_version c
         cross join lateral (values ('SMS', c.body -> 'brand' ->> 'smsFrom'),
                                    ('CHAT', c.body -> 'brand' ->> 'chatFrom')) as n(channel, number)
         where n.number is not null
         order by n.channel, n.number, c.body ->> 'publishedAt' desc) last;
