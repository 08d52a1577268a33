-- Whether a run, or everything, may send. A scope that is not here may.
create table run_control (
    scope   text   primary key,
    state   text   not null,
    version bigint not null
);
