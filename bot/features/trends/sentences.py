"""How people ask what is on the rise, and how a topic fares."""

from __future__ import annotations

import re
from typing import Final

from bot.core.sentences.sentences import About, Intent, Sentences
from bot.rendering.language import Phrase
from retrieval.lazy_regex import lazy_regex

_BETWEEN = lazy_regex(r"\s*,\s*|\s+(?:vs\.?|versus|대)\s+|(?<=\S)(?:이?랑|하고)\s+", re.IGNORECASE)
_BETWEEN_COMPARED = lazy_regex(rf"{_BETWEEN.pattern}|(?<=\S)[와과]\s+|\s+and\s+", re.IGNORECASE)
_COMPARED = lazy_regex(r"\s*비교(?:한|해서)?$|^compar(?:e|ing|ison (?:of|between))\s+", re.IGNORECASE)


def compared(query: str) -> str:
    """The terms of a query that names several, with commas between them: `RAG랑 긴 문맥 비교`, `diffusion vs GAN`."""
    terms = _COMPARED.sub("", query)
    return ", ".join((_BETWEEN if terms == query else _BETWEEN_COMPARED).split(terms))


RISING: Final = Sentences(
    Intent.RISING,
    ko=(
        "[{lately}] [가장|제일|젤] [AI|에이아이|인공지능|업계|학계|연구|논문]"
        " (뜨는|핫한|핫|떠오르는|유행하는|유행인|늘어난|늘고 있는|인기 있는|인기 많은|인기|주목 받는|관심 받는|뜨고 있는|많이 (나오는|연구되는|하는|보이는)|화제인)"
        " ({topic_word}|거|것|게|건|키워드)[은|는|이|가|을|를|도|들] [{what}|{exists}|{show}|{lately}]",
        "{lately} [AI|에이아이|인공지능|업계|학계|연구] [쪽|쪽에서|계에서|분야] (뭐가|뭐|무엇이|어떤 게|어떤 주제가|무슨 주제가) [제일|가장] (핫해|핫함|떠|떠오르나|떠요|뜨나|뜨니|뜨고 있어|유행해|유행이야|유행|인기야|인기 있어|인기 많아|대세야|대세)[요]",
        "{lately} [AI|에이아이|인공지능|연구|논문|업계|학계] (트렌드|동향|흐름|유행|대세)[는|은|가|이|를|을] [어때[요]|어떻게 돼[요]|{what}|{show}]",
        "[{lately}] (다들|사람들이|연구자들이|남들이) [제일|가장] [많이|자주] (연구하는|하는|보는|쓰는|찾는|다루는) {topic_word}[은|는|이|가] [{what}|{exists}|{show}]",
        "(뜨는|떠오르는|급상승|핫한|핫) (주제|키워드|토픽|분야|용어) [{what}|{show}|{exists}]",
        "(트렌드|동향) [가|를|은|는|을|이] ({what}|{show})",
        "{lately} (다들|사람들|사람들이|다른 사람들|연구자들|연구자들은) (뭐|뭘|무엇을|무슨 연구를|무슨 주제를) [많이] (연구 해|해|하고 있어|하나|해요|연구하나)[요]",
    ),
    en=(
        "(what's|what is|whats|what are|show|which|any|is there anything) [me] [some|the] [new] (hot|trending|rising|hottest|on the rise|popular|up and coming|emerging|taking off) [new] [{topic_word}] [in ai|in ml|in machine learning|in research] [are] [{lately}]",
        "[the] (hot|trending|rising|emerging|hottest|popular|up and coming) {topic_word} [in ai|in ml|in research] [{lately}]",
        "(what|which) {topic_word} (are|is) (hot|trending|rising|popular|on the rise|growing|growing fastest|taking off|emerging|gaining traction|getting popular|becoming popular) [in ai|in ml] [{lately}]",
        "what (are|is) (people|everyone|everybody|researchers) (working on|into|talking about|researching|excited about) [{lately}]",
        "what's (everyone|everybody|people|the community) (working on|into|talking about|researching) [{lately}]",
        "what is (everyone|everybody) (working on|into|talking about) [{lately}]",
        "[what are|show] [the] [current|latest|recent|new] trends [in ai|in ml|in machine learning|in research] [{lately}]",
        "what's the [current|latest] trend [in ai|in research] [{lately}]",
    ),
    label=Phrase("뜨는 주제", "topics on the rise"),
)
TREND_OF_SHOWN: Final = Sentences(
    Intent.TREND,
    ko=(
        "[이|그|이런|방금 그] [주제|분야|토픽|키워드|거|것] [의|에 대한|는|은] [{lately}] [관심|인기|논문|월별] [수] [의] (추이|추세|월별 추이|추이 그래프|변화 추이|편수 추이|그래프)[는|은|가|이|를|을|도] [그래프로] [좀] [어때[요]|어떻게 돼[요]|{what}|{show}|{exists}|그려 {give}]",
        "(이|그) (주제|분야|토픽|키워드)[의] (트렌드|동향|유행|인기)[는|은|가|이|를|을|도] [좀] [어때[요]|어떻게 돼[요]|{what}|{show}]",
        "[이|그] [주제|분야|거|것] [는|은|가|이] [요즘|점점|계속|아직] (늘고|줄고|뜨고|줄어들고|늘어나고|많아지고|인기 있고) 있(어|나|니|는지|을까)[요]",
    ),
    en=(
        "[show|plot|chart|graph|see|what's|what is|how is|how's] [me] [the|its|their] (trend|trend line|popularity over time|trend chart) [of|for|in|on] [this|that|it|these|this topic|that topic] [look|looking] [like] [over time]",
        "(is|has) (it|this|that|this topic) [been] (growing|declining|rising|falling|trending|getting popular|getting more popular|popular) [over time|lately|recently|these days|or not]",
        "(plot|chart|graph) (it|this|that|them)|(how has|has) [the] [interest in|popularity of|number of papers on] (it|this|that) [topic|field|area|subject] (changed|evolved|grown|developed) [over time|{lately}]|over time",
    ),
    about=About.TOPIC,
)
TREND: Final = Sentences(
    Intent.TREND,
    ko=(
        "{query} [관련|에 대한] [논문|연구|관심|인기]"
        " [추이|추세|수|편수|숫자|개수|비중|양|량][은|는|이|가|도] [{lately}] [점점|많이|아직도|아직|계속|더|여전히|얼마나|실제로]"
        " (줄고|늘고|줄어들고|늘어나고|많아지고|적어지고|뜨고|증가하고|감소하고|식고|오르고|내리고|떨어지고|커지고|유행하고) (있어|있나|있니|있는지|있는가|있을까|있는 중|있습니까|있냐)[요] [{show}]",
        "{query} [관련|에 대한] [논문|연구|관심|인기] [수|편수|비중] [은|는|이|가|도] [{lately}] [점점|많이|얼마나|더|좀]"
        " (늘었|줄었|늘어났|줄어들었|많아졌|적어졌|식었|올랐|떨어졌|증가했|감소했|변했|바뀌었|변해왔|변화했)(어|나|니|는지|을까|습니까|냐)[요] [{show}]",
        "{query} [의|에 대한|관련] [논문|연구|관심|인기|언급|월별] [의] (추이|추세|트렌드|동향|유행|변화|추이 그래프|그래프|변화 추이|편수|월별 추이|인기도)[는|은|가|이|를|을|도] [그래프|그래프로|그래프를|차트로] [좀] [어때[요]|어떻게 돼[요]|{what}|{show}|{exists}|그려 {give}]",
        "{query} [은|는|이|가|도] {lately} [도|에도] [좀|아직도|아직|여전히|많이|얼마나|다시] (핫해|핫한가|핫하나|뜨나|뜨니|떠|뜨는 중이야|인기야|인기 있어|인기 있나|인기 많아|인기가 많아|유행이야|유행해|유행인가|시들해|많이 나와|많이 나오나|관심 있나)[요]",
        "{query} [논문|연구|얘기] [은|는|이|가] [{lately}] ((한 달에|달마다|매달|월별로) (몇 편|몇 개|얼마나)[씩]|몇 편[씩]) (나와|나오나|나왔어|나오고 있어|돼|되나|나오니|올라와)[요]",
    ),
    en=(
        "how (has|have|did) [the] [interest in|popularity of|attention to|number of|amount of|work on|research on] {query} [papers|research] (changed|evolved|grown|developed|progressed|trended|change|evolve|moved) [over (time|the (years|months|last year|past year))|{lately}|in recent (months|years)]",
        "[show|plot|chart|graph|draw|see|what's|what is|what are|how is] [me] [the] (trend|trends|popularity|trajectory|trend line|evolution) (of|for|in|on) [the] {query} [papers|research] [look|looking] [like] [over time|{lately}|over the (last|past) (year|months)]",
        "(plot|chart|graph) {query} ([papers] (over time|by month|per month)|papers|trend|trends)",
        "{query} (trend|trends|trend line|over time|popularity over time|papers over time|popularity|papers per month)",
        "(is|are) [the] (interest in|number of|popularity of|research on|work on) {query} [papers] [still] (growing|declining|increasing|decreasing|rising|falling|shrinking|going (up|down)|fading) [{lately}|over time]",
        "(is|are) {query} [papers|research] [still|getting|becoming] [more|less|a] (popular|growing|declining|dying|rising|trending|hot|increasing|decreasing|on the rise|a thing|shrinking|hyped|fading|dead|relevant|in fashion|fashionable) [{lately}|anymore|still|or (not|declining|dying|shrinking|falling)]",
        "(is|are) there (more|fewer|less) [and] [more|fewer|less] {query} papers [coming out] [than (before|last year)] [{lately}|over time]",
        "how many {query} papers [are|were|come out|appear] [there] [published|posted] (per|a|each|every|by) month",
        "how many papers [are|were] [there] (on|about) {query} (per|a|each|every|by) month",
        "how (popular|hot) is {query} [{lately}]",
        "(has|have|did|is|are) [the] [interest in|popularity of|number of|research on|work on|attention to] {query} [papers|research] (declined|declining|grown|increased|decreased|dropped|dropping|risen|fallen|changed|peaked|slowed|slowing|died|taken off|taking off|gone up|gone down|exploded|exploding|cooled|cooling) [down|off|out|up] [over time|{lately}|over the (last|past) (year|months)]",
        "{query} (hype|interest|papers) [still] (growing|rising|declining|falling|shrinking)",
    ),
    label=Phrase("‘{query}’ 추이", "trend of “{query}”"),
)
