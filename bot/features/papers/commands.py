"""/paper: find papers, and read one."""

from __future__ import annotations

from discord import app_commands

from bot.core.answer import Answer
from bot.core.asker import Asker
from bot.discord.app_commands import ANYWHERE, BY_ANYONE, suggestions, text
from bot.discord.base import Interaction
from bot.discord.controls import controls
from bot.discord.extension import Extension
from bot.discord.replies import respond
from bot.features.papers import phrases
from bot.features.papers.answers import PaperCard, Term
from bot.features.papers.components import (
    CARD_ROW,
    ENTRIES,
    LiteralButton,
    LooseButton,
    OpenButton,
    PaperMenu,
    PointsButton,
    SimilarButton,
    SuggestionButton,
    TermMoreButton,
    WithoutButton,
    card_buttons,
    card_rows,
    nearest_rows,
    result_rows,
    term_rows,
    without_rows,
)
from bot.features.papers.results import Nearest, NothingMeets, Results
from bot.features.papers.service import Papers
from bot.features.papers.spoken import timed
from retrieval.query.conditions import MOST_VOTES, Sort
from retrieval.query.query import with_options


class PaperGroup(app_commands.Group):
    def __init__(self) -> None:
        super().__init__(
            name=text(phrases.CMD_PAPER),
            description=text(phrases.ABOUT_PAPER),
            allowed_contexts=ANYWHERE,
            allowed_installs=BY_ANYONE,
        )

    @app_commands.command(name=text(phrases.CMD_SEARCH), description=text(phrases.ABOUT_SEARCH))
    @app_commands.rename(
        query=text(phrases.OPT_QUERY),
        author=text(phrases.OPT_AUTHOR),
        since=text(phrases.OPT_SINCE),
        until=text(phrases.OPT_UNTIL),
        votes=text(phrases.OPT_VOTES),
        code=text(phrases.OPT_CODE),
        sort=text(phrases.OPT_SORT),
    )
    @app_commands.describe(
        query=text(phrases.ABOUT_QUERY),
        author=text(phrases.ABOUT_AUTHOR),
        since=text(phrases.ABOUT_SINCE),
        until=text(phrases.ABOUT_UNTIL),
        votes=text(phrases.ABOUT_VOTES),
        code=text(phrases.ABOUT_CODE),
        sort=text(phrases.ABOUT_SORT),
    )
    @app_commands.choices(
        sort=[app_commands.Choice(name=text(phrase), value=sort.value) for sort, phrase in phrases.SORTS.items()]
    )
    async def search(
        self,
        interaction: Interaction,
        query: str,
        author: str | None = None,
        since: str | None = None,
        until: str | None = None,
        votes: app_commands.Range[int, 0, MOST_VOTES] | None = None,
        code: bool = False,
        sort: str | None = None,
    ) -> None:
        app = interaction.client.app

        async def request(asker: Asker) -> Answer:
            order = next((one for one in Sort if one.value == sort), None)  # Discord lets nothing else be chosen
            typed = query if since or until else timed(app, query)
            asked = with_options(typed, author=author, since=since, until=until, votes=votes, code=code, sort=order)
            return await app.service(Papers).search(asked, per_page=asker.per_page)

        await respond(interaction, request, same=("search", query, author, since, until, votes, code, sort))

    @app_commands.command(name=text(phrases.CMD_SHOW), description=text(phrases.ABOUT_SHOW))
    @app_commands.rename(paper=text(phrases.OPT_PAPER))
    @app_commands.describe(paper=text(phrases.ABOUT_OPT_PAPER))
    async def show(self, interaction: Interaction, paper: str) -> None:
        papers = interaction.client.app.service(Papers)
        await respond(interaction, lambda _: papers.show(paper), same=("show", paper))

    @app_commands.command(name=text(phrases.CMD_SIMILAR), description=text(phrases.ABOUT_SIMILAR))
    @app_commands.rename(paper=text(phrases.OPT_PAPER))
    @app_commands.describe(paper=text(phrases.ABOUT_OPT_PAPER))
    async def similar(self, interaction: Interaction, paper: str) -> None:
        await respond(interaction, lambda _: interaction.client.app.service(Papers).similar(paper))

    @show.autocomplete("paper")
    @similar.autocomplete("paper")
    async def suggest(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await suggestions(interaction, lambda: interaction.client.app.service(Papers).suggest(typed))

    @app_commands.command(name=text(phrases.CMD_ASK), description=text(phrases.ABOUT_ASK))
    @app_commands.rename(question=text(phrases.OPT_QUESTION))
    @app_commands.describe(question=text(phrases.ABOUT_QUESTION))
    async def ask(self, interaction: Interaction, question: str) -> None:
        await respond(interaction, lambda _: interaction.client.app.service(Papers).ask(question))

    @app_commands.command(name=text(phrases.CMD_TERM), description=text(phrases.ABOUT_TERM))
    @app_commands.rename(term=text(phrases.OPT_TERM))
    @app_commands.describe(term=text(phrases.ABOUT_OPT_TERM))
    async def term(self, interaction: Interaction, term: str) -> None:
        await respond(interaction, lambda _: interaction.client.app.service(Papers).term(term))


EXTENSION = Extension(
    commands=lambda: (PaperGroup(),),
    components=(
        OpenButton,
        PaperMenu,
        PointsButton,
        SimilarButton,
        LiteralButton,
        LooseButton,
        SuggestionButton,
        TermMoreButton,
        WithoutButton,
    ),
    controls=(
        controls(Results, result_rows),
        controls(Nearest, nearest_rows),
        controls(NothingMeets, without_rows),
        controls(Term, term_rows),
        controls(PaperCard, card_buttons, row=CARD_ROW),
        controls(PaperCard, card_rows),
    ),
    entries=ENTRIES,
)
