-- A person also looks where one account at a provider paid for both, or one recognised browser was used by both.
alter table commission drop constraint commission_reason_check;
alter table commission add constraint commission_reason_check check (reason in ('PHONE', 'DOOR', 'PAYER', 'BROWSER'));
