-- step 1: from which networks the public pages were filed on in the last day, as marks that tell nobody an address
create table hotline_filed_from (
  network text not null,
  filed_at timestamptz not null
);
create index hotline_filed_from_network on hotline_filed_from (network, filed_at);
create index hotline_filed_from_old on hotline_filed_from (filed_at);
