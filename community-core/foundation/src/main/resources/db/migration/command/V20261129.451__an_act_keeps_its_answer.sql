-- Keeps the answer to the command that is running. For its last statement, where that locks what others wait for: kept within it,
-- the answer costs no round trip more. tuanju.command.KeptAnswer has what it is told.
create function keep_answer(of_principal text, on_route text, under_key text, said json) returns boolean
language plpgsql as $$
begin
    update command_key set answer = said where principal = of_principal and route = on_route and key = under_key;
    return found;
end $$;
