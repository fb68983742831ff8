-- Answers how many rows are not what their facts come to, and makes all days anew when any is not; rows that say nothing do not
-- count. Facts and days are written in one transaction and compared by one statement, so nothing has to wait for that.
create or replace function roll_up_sales() returns int
language plpgsql as $$
declare
    different int;
begin
    select sum(number) into different from (
        select count(*) as number from (
            (table rolled_up_sale except table sales_of_a_day) union all
            (select * from sales_of_a_day where orders + imported > 0 except table rolled_up_sale)) it
        union all
        select count(*) from (
            (table rolled_up_product except table product_of_a_day) union all
            (table product_of_a_day except table rolled_up_product)) it
        union all
        select count(*) from (
            (table rolled_up_buyer except table buyers_of_a_day) union all
            (select * from buyers_of_a_day where buyers > 0 except table rolled_up_buyer)) it
        union all
        select count(*) from (
            (table rolled_up_ending except table endings_of_a_day) union all
            (table endings_of_a_day except table rolled_up_ending)) it
    ) found;
    if different > 0 then
        -- Each statement from here on sees what was committed before these are had.
        lock table sale_fact, import_fact, refund_fact, team_fact in share mode;
        delete from sales_of_a_day;
        delete from product_of_a_day;
        delete from buyers_of_a_day;
        delete from endings_of_a_day;
        insert into sales_of_a_day table rolled_up_sale;
        insert into product_of_a_day table rolled_up_product;
        insert into buyers_of_a_day table rolled_up_buyer;
        insert into endings_of_a_day table rolled_up_ending;
    end if;
    return different;
end $$;
