-- What is looked for is written as a query by the module that guesses what is meant.
drop function search_query(text);
